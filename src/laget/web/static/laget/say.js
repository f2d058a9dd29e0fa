// Tells people what just happened, and moves focus to where they must look.
const said = () => document.getElementById("said");
const notices = () => document.getElementById("notices");

function say(text) {
  const place = said();
  if (!place || !text) return;
  const line = document.createElement("p");
  line.textContent = text;
  place.replaceChildren(line);
}

function warn(text) {
  const place = notices();
  if (!place || !text) return;
  const box = document.createElement("div");
  box.className = "ds-alert";
  box.dataset.color = "warning";
  box.setAttribute("role", "alert");
  box.textContent = text;
  place.replaceChildren(box);
  place.focus();
}

// After a swap: the error summary, else what asks for it, else the region's heading.
function focusIn(region) {
  const target = region.matches("[data-focus]") ? region
    : region.querySelector("[data-focus]") || region.querySelector("h1, h2, h3");
  if (!target) return;
  if (!target.hasAttribute("tabindex")) target.tabIndex = -1;
  target.focus();
}

document.addEventListener("laget:said", (event) => say(event.detail.value ?? event.detail));
document.addEventListener("laget:warn", (event) => warn(event.detail));
document.addEventListener("htmx:afterSettle", (event) => {
  const region = event.detail.elt;
  const asked = event.detail.requestConfig;
  if (!region || !asked || (asked.verb === "get" && !region.querySelector("[data-focus]"))) return;
  if (region.contains(document.activeElement) && asked.verb === "get") return;
  focusIn(region);
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = event.detail;
  if (xhr.getResponseHeader("HX-Retarget") === "#notices") {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  } else if (notices()) {
    notices().replaceChildren();
  }
});
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.getResponseHeader("HX-Retarget") !== "#notices") warn(notices()?.dataset.failed);
});
document.addEventListener("htmx:sendError", () => warn(notices()?.dataset.unreachable));
document.addEventListener("htmx:timeout", () => warn(notices()?.dataset.unreachable));

// One menu open at a time; Escape and a click elsewhere close it, and focus goes back.
const openMenus = () => document.querySelectorAll("details.menu[open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  if (event.target.closest("[data-print]")) window.print();
});

for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
const first = document.querySelector("#errors");
if (first) first.focus();
