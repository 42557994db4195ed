/** The list of inspections, latest first, and of the plans made in answer. */
import { address } from "../addresses.ts";
import type { CouncilPages } from "../page-kind.ts";

export const inspections: CouncilPages = {
  per: "council",
  template: "inspections",
  parts: (site) => (site.council.inspections.length > 0 ? [""] : []),
  pages: (site) => [
    {
      url: address.inspections(),
      title: "Inspections",
      description: `What inspectors found at ${site.council.settings.name}, and what was done about it.`,
      above: [],
      inspections: [...site.council.inspections]
        .sort((a, b) => (a.value.fieldwork.from < b.value.fieldwork.from ? 1 : -1))
        .map(({ id, value }) => ({
          href: address.inspection(id),
          title: value.title,
          inspectorate: value.inspectorate,
          kind: value.kind,
          fieldwork: value.fieldwork,
          overall: value.overall ?? null,
          findings: value.findings.length,
          plans: site.plansFor(id).map((plan) => ({ href: address.plan(plan.id), title: plan.title })),
        })),
    },
  ],
};
