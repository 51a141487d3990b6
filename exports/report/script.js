// Adds to a page that can be read without it: a filter and sorting for tables, and a way back from a reference.
"use strict";
(() => {
  const page = document.documentElement;
  const words = document.body.dataset;
  const order = new Intl.Collator(page.lang || undefined, { numeric: true, sensitivity: "base" });
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const fill = (text, values) => text.replace(/\{(\d)\}/g, (all, i) => values[i]);

  // Rows joined by a cell are one <tbody>. A section row heads those up to the next one.
  const sectionsOf = (table) => {
    const sections = [{ head: null, bodies: [] }];
    for (const body of table.tBodies) {
      if (body.classList.contains("section")) sections.push({ head: body, bodies: [] });
      else sections.at(-1).bodies.push(body);
    }
    return sections;
  };

  const addFilter = (table, sections) => {
    const bodies = sections.flatMap((section) => section.bodies);
    const texts = new Map(bodies.map((body) => [body, folded(body.textContent)]));
    const all = bodies.reduce((sum, body) => sum + body.rows.length, 0);
    const tools = document.createElement("div");
    tools.className = "tools";
    const label = tools.appendChild(document.createElement("label"));
    label.textContent = words.filter;
    const input = tools.appendChild(document.createElement("input"));
    input.type = "search";
    input.id = label.htmlFor = table.id + "-filter";
    input.autocomplete = "off";
    const count = tools.appendChild(document.createElement("output"));
    count.htmlFor = input.id;
    count.setAttribute("role", "status");
    input.addEventListener("input", () => {
      const sought = folded(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const { head, bodies: own } of sections) {
        let found = 0;
        for (const body of own) {
          body.hidden = !sought.every((word) => texts.get(body).includes(word));
          if (!body.hidden) found += body.rows.length;
        }
        if (head) head.hidden = found === 0;
        shown += found;
      }
      count.textContent = sought.length ? fill(words.rows, [shown, all]) : "";
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !input.value) return;
      input.value = "";
      input.dispatchEvent(new Event("input"));
      event.preventDefault();
    });
    table.closest(".wide").before(tools);
  };

  const valueOf = (body, column) => {
    const cell = body.querySelector(`[data-c="${column}"]`);
    if (!cell) return "";
    return cell.dataset.n !== undefined ? Number(cell.dataset.n) : cell.textContent.trim();
  };

  const compare = (a, b) => {
    if (typeof a === "number" && typeof b === "number") return a - b;
    return order.compare(String(a), String(b));
  };

  const addSorting = (table, sections) => {
    const heads = [...table.tHead.querySelectorAll("th[data-c]")];
    for (const head of heads) {
      if (!head.textContent.trim()) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const direction = { ascending: "descending", descending: "" }[head.ariaSort] ?? "ascending";
        for (const other of heads) other.removeAttribute("aria-sort");
        if (direction) head.setAttribute("aria-sort", direction);
        const sign = direction === "descending" ? -1 : 1;
        for (const section of sections) {
          const keyed = section.bodies.map((body) => [direction ? valueOf(body, head.dataset.c) : "", body]);
          if (direction) {
            // What is empty comes last in both directions.
            keyed.sort(([a], [b]) => (a === "") - (b === "") || sign * compare(a, b));
          }
          let last = section.head;
          for (const [, body] of keyed) {
            if (last) last.after(body);
            else table.tHead.after(body);
            last = body;
          }
        }
      });
    }
  };

  for (const table of document.querySelectorAll("table.filtered")) {
    const sections = sectionsOf(table);
    addFilter(table, sections);
    addSorting(table, sections);
  }

  // A number leads to its entry, whose record opens; a link there leads back to the number.
  const back = document.createElement("a");
  back.className = "back";
  back.textContent = words.back;
  let from = null;
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.ref");
    const entry = link && document.getElementById(link.hash.slice(1));
    if (!entry) return;
    event.preventDefault();
    for (const chosen of document.querySelectorAll(".chosen")) chosen.classList.remove("chosen");
    entry.classList.add("chosen");
    const record = entry.querySelector("details");
    if (record) record.open = true;
    from = link;
    from.id ||= "from-" + entry.id;
    back.href = "#" + from.id;
    entry.lastElementChild.append(back);
    history.pushState(null, "", link.hash);
    entry.tabIndex = -1;
    entry.scrollIntoView({ block: "start" });
    entry.focus({ preventScroll: true });
  });
  back.addEventListener("click", (event) => {
    event.preventDefault();
    const body = from.closest("tbody");
    if (body && body.hidden) {
      const input = document.getElementById(from.closest("table").id + "-filter");
      input.value = "";
      input.dispatchEvent(new Event("input"));
    }
    for (const chosen of document.querySelectorAll(".chosen")) chosen.classList.remove("chosen");
    back.remove();
    history.pushState(null, "", "#" + from.id);
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
  });
})();
