import { describe, expect, it } from "vitest";
import { membersIn, readContacts } from "./people.ts";

const contact = (text: string) => readContacts([{ label: "", text }])[0];

describe("the officer to ask, as a form names them", () => {
  it("is a name and a post, however they are set apart", () => {
    for (const text of [
      "Sam Adeyemi, Director of Children's Services",
      "Sam Adeyemi: Director of Children's Services",
      "Sam Adeyemi - Director of Children's Services",
    ])
      expect(contact(text)).toEqual({ name: "Sam Adeyemi", role: "Director of Children's Services" });
  });

  it("has the telephone number and the address that stand beside", () => {
    expect(contact("Sam Adeyemi, Director of Finance, Tel: 01555 010 360, sam.adeyemi@fenmarsh.example")).toEqual({
      name: "Sam Adeyemi",
      role: "Director of Finance",
      phone: "01555 010 360",
      email: "sam.adeyemi@fenmarsh.example",
    });
  });

  it("is a post alone where the words say a post, and lacks one where they are a name", () => {
    expect(contact("Head of Finance")).toEqual({ role: "Head of Finance" });
    expect(contact("Sam Adeyemi")).toEqual({ name: "Sam Adeyemi", role: null });
    expect(contact("")).toEqual({ role: null });
  });
});

describe("the members that a form names", () => {
  const members = [
    { id: "jo-mbeki", name: "Jo Mbeki" },
    { id: "zoe-brun", name: "Zoë Brun" },
    { id: "ruth-seaton-hall", name: "Ruth Seaton-Hall" },
  ];

  it("are found by the whole name, or by the last name after Councillor, in the order of the form", () => {
    expect(membersIn("Councillor Ruth Seaton-Hall, Leader; Cllr Mbeki", members)).toEqual([
      "ruth-seaton-hall",
      "jo-mbeki",
    ]);
    expect(membersIn("COUNCILLOR ZOE BRUN", members)).toEqual(["zoe-brun"]);
  });

  it("are not found by a last name alone, nor inside another word", () => {
    expect(membersIn("Mbeki House, Brunswick", members)).toEqual([]);
    expect(membersIn("Councillor Mbekin", members)).toEqual([]);
    expect(membersIn("", members)).toEqual([]);
  });
});
