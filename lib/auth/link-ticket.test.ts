import { beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/ids";
import { setTestSecrets } from "@/tests/support/test-environment";
import { makeLinkTicket, readLinkTicket } from "./link-ticket";

const MINUTE_MS = 60_000;
const [sessionId, methodId] = [newId(), newId()];

beforeAll(() => setTestSecrets());

test("a ticket adds its method for the session that asked, for ten minutes", () => {
  const ticket = makeLinkTicket(sessionId, methodId, 0);
  expect(readLinkTicket(ticket, methodId, 10 * MINUTE_MS - 1)).toEqual({ sessionId, isLate: false });
});

test("one that ran out is still no sign-in", () => {
  const ticket = makeLinkTicket(sessionId, methodId, 0);
  expect(readLinkTicket(ticket, methodId, 10 * MINUTE_MS)).toEqual({ sessionId, isLate: true });
});

test("one of another method, or that nobody here made, says nothing", () => {
  const ticket = makeLinkTicket(sessionId, methodId, 0);
  expect(readLinkTicket(ticket, newId(), 0)).toBeNull();
  expect(readLinkTicket(`${ticket.slice(0, -4)}AAAA`, methodId, 0)).toBeNull();
  expect(readLinkTicket("invented", methodId, 0)).toBeNull();
});
