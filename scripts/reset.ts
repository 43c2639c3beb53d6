/** `npm run reset`: removes everything that was published on this machine. */
import { rmSync } from "node:fs";
import { stateFolder } from "./local.ts";

rmSync(stateFolder, { recursive: true, force: true });
console.log("The local library is empty again. `npm start` publishes it again.");
