// Keys, zoom, and counts that come after their page. Every page works without this file.
"use strict";
(() => {
  const field = (node) => node.closest && node.closest("input, textarea, select, [contenteditable]");
  const items = () => [...document.querySelectorAll("[data-item]")];
  let going = 0;

  const step = (by) => {
    const all = items();
    if (!all.length) return;
    const now = all.findIndex((one) => one.contains(document.activeElement) || one === document.activeElement);
    const next = all[Math.min(Math.max(now + by, 0), all.length - 1)];
    const link = next.querySelector("a[href]") || next;
    link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  const press = (key) => {
    const found = document.querySelector(`[data-key="${key}"]`);
    if (!found) return false;
    if (found.tagName === "SELECT") found.focus();
    else found.click();
    return true;
  };

  const zoom = (picture, by) => {
    const svg = picture.querySelector("svg");
    if (!svg) return;
    const now = by === 0 ? 1 : Math.min(6, Math.max(1, Number(svg.dataset.zoom || 1) * by));
    svg.dataset.zoom = now;
    const whole = picture.clientWidth > 960 ? picture.clientWidth : 960;
    if (now > 1) {
      svg.setAttribute("width", Math.round(whole * now));
      svg.setAttribute("height", Math.round(whole * now * Number(svg.dataset.height) / Number(svg.dataset.width)));
    }
    svg.classList.toggle("zoomed", now > 1);
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const key = event.key;
    if (field(event.target)) {
      if (key === "Escape") event.target.blur();
      return;
    }
    if (going && Date.now() - going < 1500) {
      going = 0;
      const link = [...document.querySelectorAll("[data-go]")].find((one) => one.dataset.go === key);
      if (link) { event.preventDefault(); location.assign(link.href); }
      return;
    }
    going = 0;
    const picture = document.querySelector("[data-picture]");
    if (key === "/") { event.preventDefault(); document.getElementById("q").focus(); }
    else if (key === "?") location.assign("/keys");
    else if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "g") going = Date.now();
    else if (picture && "+-0=".includes(key)) zoom(picture, { "+": 1.4, "=": 1.4, "-": 1 / 1.4, "0": 0 }[key]);
    else if (["a", "x", "c", "s", "u"].includes(key) && press(key)) event.preventDefault();
  });

  const count = async (left) => {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const come = new DOMParser().parseFromString(await answer.text(), "text/html");
    const there = come.querySelector("aside");
    if (!there) return;
    if ("counting" in there.dataset) { if (left) setTimeout(count, 2000, left - 1); return; }
    for (const part of ["aside", ".lead"]) document.querySelector(part).replaceWith(come.querySelector(part));
  };
  if (document.querySelector("aside[data-counting]")) setTimeout(count, 1000, 10);

  for (const picture of document.querySelectorAll("[data-picture]")) {
    const bar = document.createElement("p");
    bar.className = "zoom";
    for (const [words, by] of [["Larger", 1.4], ["Smaller", 1 / 1.4], ["Whole", 0]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.addEventListener("click", () => zoom(picture, by));
      bar.append(button);
    }
    picture.before(bar);
  }
})();
