import { Command } from "commander";
import { verifyOutput } from "../evidence/verify.ts";
import type { Terminal } from "./terminal.ts";

export { verifyOutput, Command, type Terminal };
