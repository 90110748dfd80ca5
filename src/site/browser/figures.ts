// Runs in the reader's browser: a button under each figure loads plotly.js and the figure's specification, both from the
// site's own folder, and shows the figure so that it can be zoomed and its values read.

interface PlotlyInPage {
  newPlot(graph: HTMLElement, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
}

interface FigurePage {
  Plotly?: PlotlyInPage;
  figureSpecifications?: Record<string, { data: unknown; layout: Record<string, unknown> }>;
}

for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-figure]")) {
  button.addEventListener("click", () => void toggle(button));
}

async function toggle(button: HTMLButtonElement): Promise<void> {
  const id = button.dataset.figure!;
  const graph = document.getElementById(`plot-${id}`)!;
  const picture = graph.parentElement!.querySelector("img")!;
  const open = button.getAttribute("aria-expanded") === "true";
  if (!open && graph.childElementCount === 0) {
    button.disabled = true;
    leaveOutMapStyles();
    await load("plotly.min.js");
    await load(`figures/${id}.js`);
    const { Plotly, figureSpecifications } = window as unknown as FigurePage;
    const { data, layout } = figureSpecifications![id]!;
    graph.hidden = false;
    await Plotly!.newPlot(graph, data, layout, { displaylogo: false, responsive: true });
    button.disabled = false;
    button.focus();
  }
  graph.hidden = open;
  picture.hidden = !open;
  button.setAttribute("aria-expanded", String(!open));
}

/** plotly.js 4.1.2 adds the styles of its maps unless an element of this name is there; the page's policy forbids them. */
function leaveOutMapStyles(): void {
  const id = "ce8d464691048653ffe3a57c6c18ab566e8366f186677868cf724621a857b4fe";
  if (document.getElementById(id)) return;
  const stand = document.createElement("meta");
  stand.id = id;
  document.head.append(stand);
}

const loaded = new Map<string, Promise<void>>();

function load(src: string): Promise<void> {
  const earlier = loaded.get(src);
  if (earlier) return earlier;
  const promise = new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} cannot be loaded`));
    document.head.append(script);
  });
  loaded.set(src, promise);
  return promise;
}
