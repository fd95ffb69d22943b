(() => {
  "use strict";
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);

  const store = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("factcheck-theme");
      localStorage.setItem("factcheck-theme", value);
    } catch { /* a file opened from disk may have no storage */ }
    return null;
  };
  const saved = store();
  if (saved === "light" || saved === "dark") root.dataset.theme = saved;
  const theme = byId("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    store(root.dataset.theme);
  });

  const open = (element) => {
    for (let at = element; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  };
  const follow = () => {
    const target = location.hash.length > 1 && byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const inner = target.querySelector(":scope > details");
    if (inner) inner.open = true;
    open(target);
    target.scrollIntoView({ block: target.classList.contains("claim") ? "center" : "start" });
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll(".side details")) details.open = true;
  });

  const form = byId("filters");
  if (!form) return;
  form.hidden = false;
  const cards = Array.from(document.querySelectorAll(".finding"), (element) => ({ element, text: null }));
  const sections = Array.from(document.querySelectorAll("section.severity"));
  const words = (card) => (card.text ??= card.element.textContent.toLowerCase());
  const update = () => {
    const chosen = new Set(Array.from(form.querySelectorAll("[name=severity]:checked"), (box) => box.value));
    const rule = byId("rule").value;
    const article = byId("document").value;
    const wanted = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const data = card.element.dataset;
      const fits = chosen.has(data.severity) && (!rule || data.rule === rule)
        && (!article || data.documents.split(" ").includes(article))
        && wanted.every((word) => words(card).includes(word));
      card.element.hidden = !fits;
      shown += fits;
    }
    for (const section of sections) section.hidden = !section.querySelector(".finding:not([hidden])");
    const all = `${cards.length} finding${cards.length === 1 ? "" : "s"}`;
    byId("count").textContent = shown === cards.length ? all : `${shown} of ${all}`;
    byId("nothing").hidden = shown > 0;
  };
  let timer = 0;
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(update, 120); });
  form.addEventListener("reset", () => setTimeout(update));
  form.addEventListener("submit", (event) => event.preventDefault());
  update();
})();
