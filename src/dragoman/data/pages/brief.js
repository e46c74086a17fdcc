// Lights the words of a line, shows who says so. Without this the same links work as plain anchors.
"use strict";
(() => {
  const card = document.getElementById("card");
  const rows = [...document.querySelectorAll(".row")];
  const marks = (n) => document.querySelectorAll(`mark[data-w="${n}"]`);
  const dim = () => document.querySelectorAll("mark.lit, .row.open").forEach((e) => e.classList.remove("lit", "open"));
  const light = (numbers) => numbers.forEach((n) => marks(n).forEach((m) => m.classList.add("lit")));
  const hide = () => { card.hidden = true; };
  const show = (n) => {
    const note = document.getElementById(`f${n}`);
    if (!note) { return; }
    card.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    card.hidden = false;
  };
  // Moves the dispatches alone where they scroll by themselves, so that the line stays under the eye.
  const bring = (mark) => {
    const pane = mark.closest(".dispatches");
    if (getComputedStyle(pane).position !== "sticky") { mark.scrollIntoView({ block: "center" }); return; }
    const below = mark.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTo({ top: pane.scrollTop + below - pane.clientHeight / 3 });
  };
  const open = (row, n) => {
    dim();
    row.classList.add("open");
    const numbers = row.dataset.claims.split(" ").filter(Boolean);
    light(numbers);
    const first = document.getElementById(`w${n || numbers[0]}`);
    if (first) { bring(first); show(n || numbers[0]); }
  };
  const rowOf = (n) => rows.find((row) => row.dataset.claims.split(" ").includes(n));

  document.addEventListener("click", (event) => {
    const link = event.target.closest(".row a[href^='#w']");
    if (link) {
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
      open(link.closest(".row"), link.getAttribute("href").slice(2));
      return;
    }
    const call = event.target.closest(".call");
    const mark = event.target.closest("mark[data-w]");
    const n = call ? call.dataset.n : mark && mark.dataset.w;
    if (!n) { return; }
    event.preventDefault();
    dim();
    light([n]);
    show(n);
    const row = rowOf(n);
    if (row) {
      const rest = row.closest("details");
      if (rest) { rest.open = true; }
      row.classList.add("open");
      row.scrollIntoView({ block: "nearest" });
    }
  });
  document.addEventListener("mouseover", (event) => {
    const mark = event.target.closest(".text mark");
    if (mark) { show(mark.dataset.w); } else if (!event.target.closest(".card")) { hide(); }
  });
  document.addEventListener("focusin", (event) => {
    const call = event.target.closest(".call");
    if (call) { show(call.dataset.n); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { dim(); hide(); }
  });
})();
