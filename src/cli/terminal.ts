import { type DeidError, printLocation } from "../errors.ts";

/** What a command says to a person: on stderr, so that stdout stays for results. */
export interface Terminal {
  /** A plain line on stdout. */
  print(line: string): void;
  note(line: string): void;
  fail(error: DeidError): void;
  /** Redraws one line while long work goes on; silent unless stderr is a terminal. */
  progress(line: () => string): void;
  bold(text: string): string;
  dim(text: string): string;
  /** The command's result, when it is not an error: the worst asked for. */
  exitWith(code: number): void;
  exitCode(): number;
  /** Aborted by SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  close(): void;
}

export function createTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const isLive = stderr.isTTY === true && !env.CI;
  const colours = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb";
  const style = (on: number, off: number) => (text: string) => (colours ? `\u001b[${on}m${text}\u001b[${off}m` : text);
  const abort = new AbortController();
  let worst = 0;
  let drawn = false;
  let lastDrawn = 0;
  const clear = (): void => {
    if (drawn) stderr.write("\r\u001b[K");
    drawn = false;
  };
  const onSignal = (): void => {
    // A second one means it: leave at once; staged files are temporary by name.
    if (abort.signal.aborted) process.exit(130);
    abort.abort();
  };
  // A reader that has seen enough (`| head`) is not an error.
  const onPipe = (error: NodeJS.ErrnoException): void => {
    if (error.code === "EPIPE") process.exit(0);
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  stdout.on("error", onPipe);
  return {
    print(line) {
      clear();
      stdout.write(`${line}\n`);
    },
    note(line) {
      clear();
      stderr.write(`scrubjay: ${line}\n`);
    },
    fail(error) {
      clear();
      const where = printLocation(error.location);
      stderr.write(
        `scrubjay: ${error.code}: ${error.message}${where ? ` (${where})` : ""}\n${error.hint ? `  hint: ${error.hint}\n` : ""}`,
      );
    },
    progress(line) {
      const now = performance.now();
      if (!isLive || now - lastDrawn < 100) return;
      lastDrawn = now;
      drawn = true;
      stderr.write(`\r\u001b[K${line().slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    bold: style(1, 22),
    dim: style(2, 22),
    exitWith: (code) => {
      worst = Math.max(worst, code);
    },
    exitCode: () => worst,
    signal: abort.signal,
    close() {
      clear();
      process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
    },
  };
}
