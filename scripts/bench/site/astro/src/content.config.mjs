/** A collection for each folder of content, with addresses as they are in the files. */
import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";

const of = (folder) =>
  defineCollection({
    loader: glob({
      pattern: "**/*.md",
      base: `./content/${folder}`,
      generateId: ({ entry }) => entry.replace(/\.md$/, ""),
    }),
  });

export const collections = {
  reports: of("reports"),
  meetings: of("meetings"),
  minutes: of("minutes"),
  committees: of("committees"),
};
