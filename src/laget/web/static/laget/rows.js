// Adds an empty row to a table that is filled in, without a trip to the server. Without
// this the same button saves the form and comes back with room for one more.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add-row]");
  const place = button?.closest("[data-rows]");
  const blank = place?.querySelector("template");
  if (!blank) return;
  const count = place.querySelectorAll("[data-row]").length;
  if (count >= Number(place.dataset.most)) return;
  event.preventDefault();
  const made = document.createElement("template");
  made.innerHTML = blank.innerHTML.replaceAll("__n__", count).replaceAll("__place__", count + 1);
  blank.before(made.content);
  const rows = place.querySelectorAll("[data-row]");
  rows[rows.length - 1].querySelector("input, textarea")?.focus();
});
