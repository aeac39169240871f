/** What proxy.ts tells a page of its own address, which Next does not. Overwrites whatever a client sent. */
export const PATH_HEADER = "x-wye-path";
