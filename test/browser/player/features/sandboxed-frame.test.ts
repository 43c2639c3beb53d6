import { places } from "../../support/places.ts";
import { testFeaturesIn } from "./features.ts";

testFeaturesIn(places.sandboxedFrame);
