/** One line on stderr that says how far long work has come, for somebody who watches; for nobody otherwise. */
export interface Progress {
  readonly show: (text: string) => void;
  /** Leaves an empty line for what comes next. */
  readonly clear: () => void;
}

/** Shown on a terminal, unless quiet is asked for. */
export function startProgress({ quiet }: { readonly quiet: boolean }): Progress {
  if (quiet || !process.stderr.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: (text) => process.stderr.write(`\r\u001B[K${text}`),
    clear: () => process.stderr.write('\r\u001B[K'),
  };
}
