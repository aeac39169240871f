/** What is measured has one core to itself; what measures it has another. */
export const SERVER_CORE = 0;
export const CLIENT_CORE = 1;
