import { expect, it } from "vitest";
import { packed, unpacked, unpackedLater } from "./kept-links.ts";

const LINKS = { "/meetings/": ["/meetings/2026/", "/papers/caf%C3%A9.pdf#page=4"], "/wŷn/": [], "/": ["#nowhere"] };

it("gives the links of a group's pages back as they were kept, at once or when they are asked for", () => {
  expect(unpacked(packed(LINKS))).toEqual(LINKS);
  expect(unpackedLater(() => packed(LINKS))()).toEqual(LINKS);
  expect(Object.keys(unpacked(packed(LINKS)))).toEqual(Object.keys(LINKS));
});

it("gives no links where none were kept", () => {
  expect(unpacked(null)).toEqual({});
});

it("keeps what fits on one line of the build's memory", () => {
  expect(packed(LINKS)).toMatch(/^[A-Za-z0-9+/]+=*$/);
});
