"""The slips that explain two figures that cannot both be true."""
