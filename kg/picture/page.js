"use strict";
// Point at a mark or a row: everything that belongs to the same node lights up, and the details
// are read from the table. A click holds the choice, Escape or a click beside it lets go.
(() => {
  const svg = document.querySelector("figure svg");
  const details = document.getElementById("details");
  const hint = details.textContent;
  const marked = [...document.querySelectorAll("[data-nodes]")];
  const nodesOf = (element) => element.dataset.nodes.split(" ");
  let held = false;

  // A line belongs to an event and a player; who is joined by a line lights up together.
  const joined = (chosen) => {
    const found = new Set(chosen);
    for (const element of marked) {
      const nodes = nodesOf(element);
      if (nodes.length > 1 && nodes.some((node) => chosen.includes(node))) {
        nodes.forEach((node) => found.add(node));
      }
    }
    return found;
  };

  const tell = (rows) => {
    details.replaceChildren();
    for (const row of rows) {
      const cells = [...row.cells];
      const line = document.createElement("span");
      line.textContent = cells.slice(0, -1).map((cell) => cell.textContent).filter(Boolean).join(" · ");
      details.append(line, ...[...cells.at(-1).children].map((quote) => quote.cloneNode(true)));
      details.append(document.createElement("br"));
    }
    if (!rows.length) details.textContent = hint;
  };

  const choose = (element) => {
    const chosen = nodesOf(element);
    const own = chosen.length > 1 ? new Set(chosen) : joined(chosen);
    for (const other of marked) {
      const nodes = nodesOf(other);
      const lit = nodes.length > 1
        ? nodes.every((node) => own.has(node)) && nodes.some((node) => chosen.includes(node))
        : own.has(nodes[0]);
      other.classList.toggle("lit", lit);
    }
    svg.classList.add("chosen");
    tell(marked.filter((other) => other.matches("tr.lit")));
  };

  const release = () => {
    held = false;
    svg.classList.remove("chosen");
    marked.forEach((element) => element.classList.remove("lit"));
    details.textContent = hint;
  };

  for (const element of marked) {
    element.addEventListener("pointerenter", () => held || choose(element));
    element.addEventListener("pointerleave", () => held || release());
    element.addEventListener("focus", () => choose(element));
    element.addEventListener("click", (event) => {
      event.stopPropagation();
      choose(element);
      held = true;
    });
  }
  document.addEventListener("click", release);
  document.addEventListener("keydown", (event) => event.key === "Escape" && release());
})();
