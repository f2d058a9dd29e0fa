// What oidc-provider takes for given and Debian's Node 18 does not have yet.
import { webcrypto } from "node:crypto";

globalThis.crypto ??= webcrypto;
URL.parse ??= (url, base) => (URL.canParse(url, base) ? new URL(url, base) : null);
