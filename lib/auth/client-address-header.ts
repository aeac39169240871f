/** Whose request it is, as the server process saw it (scripts/start/client-address.ts). Overwrites whatever a client
 *  sent. */
export const CLIENT_ADDRESS_HEADER = "x-wye-client-address";
