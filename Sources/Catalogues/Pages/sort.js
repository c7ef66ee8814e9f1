// Sorts the rows of a table by the column whose heading is pressed; without it all can be read.
document.querySelectorAll(".sortable thead th").forEach(function (heading) {
  var button = document.createElement("button");
  button.type = "button";
  button.textContent = heading.textContent;
  heading.textContent = "";
  heading.appendChild(button);
  button.addEventListener("click", function () {
    var table = heading.closest("table");
    var column = heading.cellIndex;
    var isDown = heading.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach(function (other) {
      other.removeAttribute("aria-sort");
    });
    heading.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    var key = function (row) {
      var cell = row.cells[column];
      var data = cell.querySelector("data");
      return data ? Number(data.value) : cell.textContent === "—" ? null : cell.textContent;
    };
    var rows = Array.from(table.tBodies[0].rows);
    rows.sort(function (one, other) {
      var a = key(one);
      var b = key(other);
      // Cells without a value stay at the end.
      if (a === null || b === null) { return (a === null) - (b === null); }
      var order = typeof a === "number" ? (typeof b === "number" ? a - b : -1)
        : typeof b === "number" ? 1 : a.localeCompare(b);
      return isDown ? -order : order;
    });
    rows.forEach(function (row) { table.tBodies[0].appendChild(row); });
  });
});
