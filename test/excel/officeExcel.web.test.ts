/**
 * Microsoft's client lives on the global scope, with getters that must not be called when it is taken down.
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { PROFILES } from "../officeHost/profile";
import { officeAdapter } from "./officeAdapter";
import { describePort } from "./port.contract";

describePort(officeAdapter(PROFILES.web));
