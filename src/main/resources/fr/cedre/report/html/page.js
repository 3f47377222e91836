"use strict";
/* The page is whole without this script: it only reveals filters, opens what an address points at, and prints what is folded. */
(() => {
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  /* A form.filtres[data-zone] sorts out the [data-fiche] of its zone: "etat=ecart type=AI type=ETTI". A part, [data-groupe], goes when nothing of it is
     left. Elements with data-suite repeat others: they follow, and are not counted. */
  const filters = [];
  document.querySelectorAll("form.filtres[data-zone]").forEach((form) => {
    const zone = document.getElementById(form.dataset.zone);
    const count = document.getElementById(form.dataset.zone + "-compte");
    const sheets = Array.from(zone.querySelectorAll("[data-fiche]"), (node) => ({
      node, tags: new Set(node.dataset.fiche.split(" ")), more: "suite" in node.dataset, text: null,
    }));
    const parts = Array.from(zone.querySelectorAll("[data-groupe]"));
    const total = sheets.filter((sheet) => !sheet.more).length;
    const show = () => {
      const asked = [];
      let words = [];
      form.querySelectorAll("select, input").forEach((field) => {
        if (field.type === "search") {
          words = plain(field.value).split(/\s+/).filter((word) => word !== "");
        } else if (field.value !== "") {
          asked.push(field.name + "=" + field.value);
        }
      });
      const active = asked.length + words.length > 0;
      let left = 0;
      sheets.forEach((sheet) => {
        if (words.length > 0 && sheet.text === null) {
          sheet.text = plain(sheet.node.textContent);
        }
        const kept = asked.every((tag) => sheet.tags.has(tag)) && words.every((word) => sheet.text.includes(word));
        sheet.node.hidden = !kept;
        left += kept && !sheet.more ? 1 : 0;
      });
      parts.forEach((part) => {
        part.hidden = active && part.querySelector("[data-fiche]:not([hidden])") === null;
      });
      count.textContent = active ? left + " sur " + total + (left < 2 ? " affiché (filtre en cours)" : " affichés (filtre en cours)") : "";
      count.hidden = !active;
    };
    form.addEventListener("input", show);
    form.addEventListener("change", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(show, 0));
    form.hidden = false;
    show();
    filters.push(form);
  });

  /* What an address points at is shown, even filtered out or folded. */
  const reveal = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id === "" ? null : document.getElementById(id);
    if (target === null) {
      return;
    }
    if (target.closest("[hidden]") !== null) {
      filters.forEach((form) => form.reset());
    }
    for (let node = target; node !== null; node = node.parentElement) {
      if (node.tagName === "DETAILS") {
        node.open = true;
      }
    }
    setTimeout(() => target.scrollIntoView(), 0);
  };
  window.addEventListener("hashchange", reveal);
  reveal();

  /* Paper cannot be unfolded. */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = Array.from(document.querySelectorAll("details:not([open])"));
    opened.forEach((node) => { node.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((node) => { node.open = false; }));
})();
