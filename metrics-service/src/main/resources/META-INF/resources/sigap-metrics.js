// The pages' own script: charts over the numbers in the page, and what is seen as PDF, PNG and CSV. Every chart has its
// table; everything but these works without.
"use strict";

(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const language = document.documentElement.lang;
  const charts = new Map();

  // Colours are those of the style sheet, by day, by night and on paper.

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const percent = (share) => Number(share).toLocaleString(language, { style: "percent", maximumFractionDigits: 1 });

  function clear(name, share) {
    return "color-mix(in srgb, " + colour(name) + " " + share + "%, transparent)";
  }

  function common() {
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      color: colour("--ink"),
      interaction: { mode: "nearest", intersect: false },
      plugins: {
        legend: { position: "bottom", labels: { color: colour("--ink"), boxWidth: 14, usePointStyle: false } },
      },
    };
  }

  function axis(more) {
    return {
      grid: { color: colour("--line") },
      border: { color: colour("--soft") },
      ...more,
      ticks: { color: colour("--soft"), ...(more && more.ticks) },
    };
  }

  function shares(more) {
    return axis({ min: 0, max: 1, ...more, ticks: { callback: percent } });
  }

  // The curve of answers, by the logarithm of time: minutes and days on one axis.

  const MARKS = [1, 10, 60, 600, 3600, 14400, 86400, 604800, 2592000];

  function time(seconds, units) {
    const [unit, size] =
      seconds < 60 ? ["s", 1] : seconds < 3600 ? ["m", 60] : seconds < 86400 ? ["h", 3600] : ["d", 86400];
    return units[unit].replace("#", Number(seconds / size).toLocaleString(language, { maximumFractionDigits: 1 }));
  }

  function curve(numbers) {
    const points = numbers.points.filter((point) => point.seconds > 0);
    const at = (part) => points.map((point) => ({ x: point.seconds, y: point[part] }));
    const line = { stepped: "before", pointRadius: 0, pointHitRadius: 8 };
    const band = { ...line, borderWidth: 0, backgroundColor: clear("--c1", 22) };
    return {
      type: "line",
      data: {
        datasets: [
          { ...line, label: numbers.line[0], data: at("answered"), borderColor: colour("--c1"), backgroundColor: colour("--c1"), borderWidth: 2.5 },
          { ...band, label: numbers.line[1], data: at("low"), fill: 2 },
          { ...band, label: "", data: at("high") },
        ],
      },
      options: {
        ...common(),
        scales: {
          x: axis({
            type: "logarithmic",
            ticks: { callback: (value) => time(value, numbers.units), maxRotation: 0, autoSkip: false },
            afterBuildTicks: (scale) => {
              scale.ticks = MARKS.filter((mark) => mark >= scale.min && mark <= scale.max).map((value) => ({ value }));
            },
          }),
          y: shares(),
        },
        plugins: {
          legend: { ...common().plugins.legend, labels: { ...common().plugins.legend.labels, filter: (item) => item.text !== "" } },
          tooltip: {
            filter: (item) => item.datasetIndex === 0,
            callbacks: {
              title: (items) => (items.length ? time(items[0].parsed.x, numbers.units) : ""),
              label: (item) => {
                const point = points[item.dataIndex];
                return percent(point.answered) + " (" + percent(point.low) + " – " + percent(point.high) + ")";
              },
            },
          },
        },
      },
    };
  }

  function course(numbers) {
    const line = { type: "line", borderWidth: 2.5, pointRadius: 3, spanGaps: false, yAxisID: "y" };
    return {
      data: {
        labels: numbers.labels,
        datasets: [
          { ...line, label: numbers.line[0], data: numbers.within, borderColor: colour("--c1"), backgroundColor: colour("--c1") },
          { ...line, label: numbers.line[1], data: numbers.ignored, borderColor: colour("--c4"), backgroundColor: colour("--c4"), borderDash: [6, 4], pointStyle: "rectRot" },
          { type: "bar", label: numbers.line[2], data: numbers.turns, yAxisID: "n", backgroundColor: clear("--soft", 35) },
        ],
      },
      options: {
        ...common(),
        scales: {
          x: axis({ grid: { display: false } }),
          y: shares({ position: "left" }),
          n: axis({ position: "right", min: 0, grid: { display: false }, ticks: { precision: 0, maxTicksLimit: 5 } }),
        },
        plugins: {
          ...common().plugins,
          tooltip: {
            callbacks: {
              label: (item) => item.dataset.label + ": " + (item.dataset.yAxisID === "y" ? percent(item.parsed.y) : item.parsed.y.toLocaleString(language)),
            },
          },
        },
      },
    };
  }

  function stacks(numbers) {
    return {
      type: "bar",
      data: {
        labels: numbers.labels,
        datasets: numbers.stages.map((stage, i) => ({
          label: stage,
          data: numbers.shares[i],
          backgroundColor: colour("--c" + (i + 1)),
          borderColor: colour("--sheet"),
          borderWidth: 1,
        })),
      },
      options: {
        ...common(),
        indexAxis: "y",
        scales: { x: shares({ stacked: true }), y: axis({ stacked: true, grid: { display: false } }) },
        plugins: {
          ...common().plugins,
          tooltip: { callbacks: { label: (item) => item.dataset.label + ": " + percent(item.parsed.x) } },
        },
      },
    };
  }

  const KINDS = { curve, course, stacks };

  function draw() {
    for (const place of all("[data-chart]")) {
      charts.get(place)?.destroy();
      const canvas = document.createElement("canvas");
      canvas.setAttribute("role", "img");
      canvas.setAttribute("aria-label", place.dataset.label);
      place.replaceChildren(canvas);
      const numbers = JSON.parse(place.dataset.numbers);
      if (place.dataset.chart === "stacks") {
        place.style.height = 7 + 2.2 * numbers.labels.length + "rem";
      }
      charts.set(place, new Chart(canvas, KINDS[place.dataset.chart](numbers)));
    }
  }

  // What is seen, to keep: a picture of a chart, all tables, or the page on paper.

  function save(name, blob) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  function picture(button) {
    const drawn = button.closest("[data-sheet]").querySelector("canvas");
    const paper = document.createElement("canvas");
    paper.width = drawn.width;
    paper.height = drawn.height;
    const brush = paper.getContext("2d");
    brush.fillStyle = colour("--sheet");
    brush.fillRect(0, 0, paper.width, paper.height);
    brush.drawImage(drawn, 0, 0);
    paper.toBlob((blob) => save("sigap-" + button.dataset.png + ".png", blob));
  }

  // A cell that begins like a formula is made plain text, as a spreadsheet would run it.
  function cell(text) {
    const plain = text.replace(/\s+/g, " ").trim();
    const safe = /^[=+\-@\t\r]/.test(plain) ? "'" + plain : plain;
    return '"' + safe.replaceAll('"', '""') + '"';
  }

  function tables(button) {
    const lines = [...all(".headline h1, .headline .hint").map((line) => cell(line.textContent)), ""];
    for (const sheet of all("[data-sheet]")) {
      for (const table of all("table", sheet)) {
        lines.push(cell(sheet.querySelector("h2").textContent));
        for (const row of table.rows) {
          lines.push([...row.cells].map((one) => cell(one.innerText || one.textContent)).join(","));
        }
        lines.push("");
      }
    }
    save(button.dataset.csv + ".csv", new Blob(["\ufeff" + lines.join("\r\n")], { type: "text/csv;charset=utf-8" }));
  }

  let opened = [];

  function toPaper() {
    document.documentElement.classList.add("printing");
    opened = all("details:not([open])");
    opened.forEach((one) => (one.open = true));
    draw();
    charts.forEach((chart, place) => chart.resize(Math.min(place.clientWidth, 680), place.clientHeight));
  }

  function toScreen() {
    document.documentElement.classList.remove("printing");
    opened.forEach((one) => (one.open = false));
    opened = [];
    draw();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.png) {
      picture(button);
    } else if (button?.dataset.csv) {
      tables(button);
    } else if (button && "print" in button.dataset) {
      window.print();
    }
  });

  all("[data-acts]").forEach((acts) => (acts.hidden = false));
  if (window.Chart && all("[data-chart]").length > 0) {
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    draw();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    addEventListener("beforeprint", toPaper);
    addEventListener("afterprint", toScreen);
  }
})();
