import Language

/// The one script of the page: it shows only the rows of violations that hold the words typed and belong to the right chosen.
enum FilterScript {
  static let source = """
    (() => {
      const box = document.getElementById("filter");
      if (!box) return;
      const text = document.getElementById("filter-text");
      const right = document.getElementById("filter-right");
      const count = document.getElementById("filter-count");
      const none = document.getElementById("no-match");
      const groups = [...document.querySelectorAll("section.group")].map(group => ({
        group,
        heading: group.querySelector("h3").textContent.toLowerCase(),
        rows: [...group.querySelectorAll("tbody tr")].map(row => ({ row, words: row.textContent.toLowerCase() }))
      }));
      const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
      const apply = () => {
        const wanted = text.value.toLowerCase().split(/\\s+/).filter(Boolean);
        let shown = 0;
        for (const { group, heading, rows } of groups) {
          const chosen = !right.value || group.dataset.right === right.value;
          let here = 0;
          for (const { row, words } of rows) {
            const fits = chosen && wanted.every(word => words.includes(word) || heading.includes(word));
            row.hidden = !fits;
            if (fits) here += 1;
          }
          group.hidden = here === 0;
          shown += here;
        }
        count.textContent = shown === total ? String(total) : shown + " / " + total;
        none.hidden = shown > 0;
      };
      text.addEventListener("input", apply);
      right.addEventListener("change", apply);
      box.hidden = false;
      apply();
    })();
    """
}
