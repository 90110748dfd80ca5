/**
 * Colours of series, in order of use: Okabe and Ito's set for readers with any colour vision, without its yellow,
 * which is too faint on white paper, and with the dark tones first.
 *
 * @see Okabe M., Ito K. (2008) Color Universal Design, https://jfly.uni-koeln.de/color/
 */
export const PALETTE = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#555555"] as const;

/**
 * Scale for amounts from little to much: one hue family from near white to near black, lightness falling
 * evenly, so that it also reads in grey print (ColorBrewer's nine-class "Blues", darkened at its end).
 *
 * @see Harrower M., Brewer C. A. (2003) ColorBrewer.org, The Cartographic Journal 40(1), doi:10.1179/000870403235002042
 */
export const SEQUENTIAL: readonly (readonly [position: number, color: string])[] = [
  [0, "#f7fbff"],
  [0.125, "#deebf7"],
  [0.25, "#c6dbef"],
  [0.375, "#9ecae1"],
  [0.5, "#6baed6"],
  [0.625, "#4292c6"],
  [0.75, "#2171b5"],
  [0.875, "#08519c"],
  [1, "#08306b"],
];

/**
 * Scale for values on both sides of a middle, such as signed keyness: orange below, white, blue above.
 *
 * @see Harrower M., Brewer C. A. (2003), "PuOr"/"RdBu" families; ends are the palette's orange and blue
 */
export const DIVERGING: readonly (readonly [position: number, color: string])[] = [
  [0, "#a63f00"],
  [0.25, "#ec9a5c"],
  [0.5, "#f7f7f7"],
  [0.75, "#66a9d4"],
  [1, "#00508a"],
];

/** Colours of text, axis lines and grid lines. */
export const INK = { text: "#222222", quiet: "#595959", axis: "#8c8c8c", grid: "#e6e6e6" } as const;
