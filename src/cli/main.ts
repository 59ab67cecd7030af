import { Command, CommanderError } from "commander";
import { DeidError } from "../errors.ts";
import { version } from "../version.ts";
import { createTerminal, type Terminal } from "./terminal.ts";

type CreateCommand = (terminal: Terminal) => Command;

/** One line an entry: to add a command is a file and a line. Each is loaded only where it is needed. */
const commands: Readonly<Record<string, () => Promise<CreateCommand>>> = {
  deidentify: async () => (await import("./deidentify.ts")).deidentifyCommand,
  classify: async () => (await import("./classify.ts")).classifyCommand,
  generate: async () => (await import("./generate.ts")).generateCommand,
  profile: async () => (await import("./profile.ts")).profileCommand,
  verify: async () => (await import("./verify.ts")).verifyCommand,
  detect: async () => (await import("./detect.ts")).detectCommand,
  evaluate: async () => (await import("./evaluate.ts")).evaluateCommand,
  attack: async () => (await import("./attack.ts")).attackCommand,
  key: async () => (await import("./key.ts")).keyCommand,
  list: async () => (await import("./list.ts")).listCommand,
};

/** The command that is named, none for the version, and all where the help or an error tells of them. */
async function needed([first = ""]: readonly string[]): Promise<readonly CreateCommand[]> {
  if (first === "--version" || first === "-V") return [];
  const named = Object.hasOwn(commands, first) ? commands[first] : undefined;
  return Promise.all(named ? [named()] : Object.values(commands).map((load) => load()));
}

const about = `De-identifies real health records and generates realistic synthetic ones.

Exit codes: 0 done; 1 findings over a gate; 2 usage or policy; 3 unclassified or drifted schema;
4 unreadable or malformed input; 5 key; 130 interrupted.`;

/** Runs one command line (without node and the script) and gives its exit code. Never throws. */
export async function main(args: readonly string[]): Promise<number> {
  const terminal = createTerminal();
  const program = new Command("scrubjay")
    .description(about)
    .version(version, "-V, --version", "print the version")
    .helpCommand(true)
    .showHelpAfterError(false);
  for (const command of await needed(args)) program.addCommand(command(terminal));
  for (const command of [program, ...program.commands, ...program.commands.flatMap((parent) => parent.commands)]) {
    command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: (text) => void process.stdout.write(text) });
  }
  try {
    if (args.length === 0) {
      process.stdout.write(program.helpInformation());
      return 0;
    }
    await program.parseAsync([...args], { from: "user" });
    return terminal.exitCode();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const told =
      error instanceof DeidError ? error : error instanceof CommanderError ? usageError(error, program) : unexpected(error, terminal);
    terminal.fail(told);
    return told.exitCode;
  } finally {
    terminal.close();
  }
}

/** Commander's messages quote what was typed, which may be a path or a value: ours name only what we declared. */
function usageError(error: CommanderError, program: Command): DeidError {
  const declared = [program, ...program.commands].flatMap((command) => command.options.map(({ long }) => long ?? ""));
  const named = declared.find((flag) => flag !== "" && error.message.includes(`${flag} `));
  const messages: Record<string, string> = {
    "commander.unknownOption": "an option is not known",
    "commander.unknownCommand": "the command is not known",
    "commander.missingArgument": "an argument is missing",
    "commander.optionMissingArgument": "an option lacks its value",
    "commander.missingMandatoryOptionValue": "a required option is missing",
    "commander.excessArguments": "there are more arguments than the command takes",
    "commander.invalidArgument": "a value is not one that is allowed",
    "commander.conflictingOption": "two options exclude each other",
    "commander.help": "a command is missing",
  };
  const message = messages[error.code] ?? "the command line makes no sense";
  return new DeidError("bad-usage", named ? `${message}: ${named}` : message, undefined, usageHint(error, named, program));
}

/** What the option takes, or the one that was meant: only what we declared. */
function usageHint({ code, message }: CommanderError, named: string | undefined, program: Command): string {
  const options = [program, ...program.commands, ...program.commands.flatMap((parent) => parent.commands)].flatMap(
    ({ options }) => options,
  );
  if (code === "commander.invalidArgument" && named) {
    const option = options.find(({ long, flags }) => long === named && message.includes(flags));
    if (option?.argChoices) return `one of: ${option.argChoices.join(", ")}`;
    if (option) return `${option.flags}: ${option.description}`;
  }
  const meant = /\(Did you mean (?:one of )?(--[a-z-]{1,40})/.exec(message)?.[1];
  if (code === "commander.unknownOption" && options.some(({ long }) => long === meant)) return `did you mean ${meant}?`;
  return "see scrubjay --help, or scrubjay COMMAND --help";
}

/** What only we can have caused. Its message may quote an input, so it stays unsaid; its place in our code is safe. */
function unexpected(error: unknown, terminal: Terminal): DeidError {
  const frame = error instanceof Error ? /\bdist[\\/]([\w\\/.-]{1,80}:\d{1,6})/.exec(error.stack ?? "")?.[1] : undefined;
  terminal.note(`a defect in scrubjay${frame ? ` at ${frame}` : ""}; nothing of the input is shown here`);
  return new DeidError("output-failed", "the run stopped on a defect; no output was published");
}
