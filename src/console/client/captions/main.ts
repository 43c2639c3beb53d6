import { readPageData } from "../shared/page-data.ts";

readPageData();
