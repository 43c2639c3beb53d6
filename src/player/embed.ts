import { enhance } from "./enhance.ts";
import { tellHeight } from "./host.ts";

enhance();
tellHeight();
