(() => {
  "use strict";
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);
  const app = () => document.getElementById("app");

  const store = (value) => {
    try {
      if (value === undefined) return localStorage.getItem("factcheck-theme");
      localStorage.setItem("factcheck-theme", value);
    } catch { /* storage may be switched off */ }
    return null;
  };
  const saved = store();
  if (saved === "light" || saved === "dark") root.dataset.theme = saved;

  // Every step is a request for a whole page; only its content is put in place. One step at a time, in order.
  const ticks = new Map(); // findings that were ticked on any page of the queue: id, and id with version
  let steps = Promise.resolve();
  const step = (work) => (steps = steps.then(work, work));
  const visit = async (url, options = {}, keep = false) => {
    const focused = document.activeElement?.name;
    const scrolled = find(".rows")?.closest(".list")?.scrollTop ?? 0;
    let response;
    try {
      response = await fetch(url, options);
    } catch {
      return say("The server does not answer. Nothing was recorded; is it still running?");
    }
    const type = response.headers.get("content-type") || "";
    if (!type.startsWith("text/html")) return type.startsWith("text/plain") && say(await response.text());
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const content = page.getElementById("app");
    if (!content) return say("The server gave no page.");
    const inside = app().contains(document.activeElement) && document.activeElement !== document.body;
    app().replaceWith(document.adoptNode(content));
    if (inside) find("main")?.focus({ preventScroll: true });
    if (options.method) find("#said").textContent = find(".alert")?.textContent || find(".last")?.textContent || "";
    document.title = page.title;
    const hash = new URL(url, location.href).hash;
    if (options.method && response.redirected) ticks.clear();
    if (!options.method || response.redirected) {
      const address = response.url + (hash && !response.url.includes("#") ? hash : "");
      if (address !== location.href) history[keep ? "replaceState" : "pushState"](null, "", address);
    }
    settle(hash, scrolled, keep && focused);
  };
  const settle = (hash, scrolled = 0, focused = "") => {
    const list = find(".list");
    if (list) list.scrollTop = scrolled;
    find(".rows .current")?.scrollIntoView({ block: "nearest" });
    const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
    if (target) {
      target.classList.add("target");
      target.scrollIntoView({ block: "center" });
    } else if (!focused) window.scrollTo(0, 0);
    const field = focused && find(`.sieve [name="${CSS.escape(focused)}"]`);
    const wanted = find(".ask [data-focus]") || find("#insist [data-focus]") || field;
    if (wanted) wanted.focus({ preventScroll: true });
    if (field && field.type === "search") field.setSelectionRange(field.value.length, field.value.length);
    count();
  };
  const say = (text) => {
    const news = document.createElement("div");
    news.className = "alert";
    news.setAttribute("role", "alert");
    news.textContent = text;
    find("main").prepend(news);
  };
  const send = (form, button, more = {}) => {
    const body = new URLSearchParams(new FormData(form));
    if (form.id === "decide") {
      body.delete("ticked");
      for (const value of ticks.values()) body.append("ticked", value);
    }
    if (button?.name) body.set(button.name, button.value);
    for (const [name, value] of Object.entries(more)) body.set(name, value);
    if (form.method === "get") {
      for (const [name, value] of [...body]) if (!value && name !== "status") body.delete(name);
      return visit(`${new URL(form.action).pathname}?${body}`, {}, true);
    }
    return visit(form.action, { method: "POST", body });
  };

  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-do]");
    if (act) return actions[act.dataset.do]?.();
    const link = event.target.closest("a[href]");
    if (!link || link.target || "plain" in link.dataset || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.origin !== location.origin || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    step(() => visit(link.href));
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method === "dialog" || "plain" in form.dataset) return;
    event.preventDefault();
    step(() => send(form, event.submitter));
  });
  let timer = 0;
  document.addEventListener("input", (event) => {
    if (event.target.name === "ticked") return keep(event.target);
    const form = event.target.closest("[data-auto]");
    if (!form) return;
    clearTimeout(timer);
    timer = setTimeout(() => step(() => send(form)), event.target.type === "search" ? 150 : 0);
  });
  window.addEventListener("popstate", () => step(() => visit(location.href, {}, true)));

  const keep = (box) => {
    const id = box.value.slice(0, box.value.lastIndexOf(":"));
    if (box.checked) ticks.set(id, box.value);
    else ticks.delete(id);
    count();
  };
  const count = () => {
    for (const box of document.querySelectorAll("[name=ticked]")) {
      const id = box.value.slice(0, box.value.lastIndexOf(":"));
      box.checked = ticks.has(id);
      if (box.checked) ticks.set(id, box.value);
    }
    const note = find(".ticked");
    if (!note) return;
    note.hidden = !ticks.size;
    note.textContent = `The decision is for the ${ticks.size} ticked finding${ticks.size === 1 ? "" : "s"}.`;
  };
  const go = (name) => app().dataset[name] && visit(app().dataset[name]);
  const decide = (verdict, whole = false) => {
    const form = find("#decide");
    if (!form || (whole && !form.elements.cluster)) return null;
    return send(form, null, whole ? { verdict, cluster: "1" } : { verdict });
  };
  const write = (id, name) => {
    const form = document.getElementById(id);
    if (!form) return;
    const more = form.closest("details");
    if (more) more.open = true;
    form.elements[name].focus();
  };
  const tick = () => {
    const box = find(".rows .current [name=ticked]");
    if (!box) return;
    box.checked = !box.checked;
    keep(box);
  };
  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    store(root.dataset.theme);
  };
  const actions = {
    theme,
    help: () => find("#help").showModal(),
    refresh: () => step(() => visit(location.href, {}, true)),
  };
  const keys = {
    j: () => go("next"),
    k: () => go("previous"),
    c: () => decide("confirm"),
    d: () => decide("dismiss"),
    u: () => decide("unsure"),
    C: () => decide("confirm", true),
    D: () => decide("dismiss", true),
    U: () => decide("unsure", true),
    x: tick,
    w: () => write("decide", "why"),
    n: () => write("note", "text"),
    a: () => write("assign", "assignee"),
    z: () => find("#undo") && send(find("#undo")),
    o: () => find("a.open") && visit(find("a.open").href),
    b: () => find("[data-back]") && visit(find("[data-back]").href),
    r: () => visit(location.href, {}, true),
    "/": () => find("[name=q]")?.select(),
    "?": actions.help,
  };
  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select");
    if (event.key === "Escape" && typing) return event.target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || find("dialog[open]") || find(".ask")) return;
    const key = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!key) return;
    event.preventDefault();
    step(key);
  });

  // Tells when others at the desk have decided; nothing moves until the reader asks for it.
  const listen = async () => {
    if (document.hidden) return;
    try {
      const { number } = await (await fetch("/pulse")).json();
      find("#news").hidden = number <= Number(app().dataset.number);
    } catch { /* the next beat may reach it */ }
  };
  setInterval(listen, 4000);
  document.addEventListener("visibilitychange", listen);
  settle(location.hash);
})();
