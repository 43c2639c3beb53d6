/** Only the prompts that are used: importing the whole package at run time would keep all of it. */
export { input, password, select } from "@inquirer/prompts";
