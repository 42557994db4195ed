/** Where everything stands on the site. Addresses are for ever: what is issued once keeps its own. */

export const address = {
  home: () => "/",
  calendar: () => "/meetings/",
  meeting: (meeting: string) => `/meetings/${meeting}/`,
  report: (meeting: string, paper: string) => `/meetings/${meeting}/${paper}/`,
  minutes: (meeting: string) => `/meetings/${meeting}/minutes/`,
  /** A file under a meeting's address: a pack, an appendix, an image. */
  meetingFile: (meeting: string, file: string) => `/meetings/${meeting}/${file}`,
  committees: () => "/committees/",
  committee: (committee: string) => `/committees/${committee}/`,
  member: (member: string) => `/members/${member}/`,
  inspections: () => "/inspections/",
  inspection: (inspection: string) => `/inspections/${inspection}/`,
  plan: (plan: string) => `/plans/${plan}/`,
  measure: (plan: string, measure: string) => `/plans/${plan}/#${measure}`,
  measureCsv: (plan: string, measure: string) => `/plans/${plan}/${measure}.csv`,
  followUps: () => "/follow-ups/",
  followUp: (followUp: string) => `/follow-ups/#${followUp}`,
  matter: (matter: string) => `/matters/${matter}/`,
  page: (page: string) => `/${page}/`,
  /** `2026-10-08-scrutiny/recovery-plan#p3-2`, as it is written in front matter and data. */
  reference: (reference: string) => `/meetings/${reference.replace("#", "/#")}${reference.includes("#") ? "" : "/"}`,
};
