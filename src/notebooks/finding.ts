/** Whether something gives again what is committed. */
export interface Finding {
  /** notebook, or notebook and figure: `02-terms`, `02-terms/most-frequent` */
  readonly name: string;
  /** equal; differs; failed: it could not be run; written: by `update`; alive or dead: whether it follows its data */
  readonly status: "equal" | "differs" | "failed" | "written" | "alive" | "dead";
  /** what differs and where, in words; counts for what is equal */
  readonly note: string;
}

/** A figure that does not follow its data, or follows data that it does not declare. */
export function dead({ name }: { readonly name: string }, note: string): Finding {
  return { name, status: "dead", note };
}
