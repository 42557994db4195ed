/** Where everything stands on the site. Addresses are for ever: what is issued once keeps its own. */

export const address = {
  home: () => "/",
  /** Coming meetings and the latest year; of a year, all of it. A meeting's own name is a whole date, so none is a year. */
  calendar: (year?: string) => (year ? `/meetings/${year}/` : "/meetings/"),
  meeting: (meeting: string) => `/meetings/${meeting}/`,
  report: (meeting: string, paper: string) => `/meetings/${meeting}/${paper}/`,
  minutes: (meeting: string) => `/meetings/${meeting}/minutes/`,
  /** One limb of what a report recommends, and one resolution and one recorded vote of the minutes. */
  limb: (report: string, letter: string) => `${report}#rec-${letter}`,
  resolution: (meeting: string, minute: string, letter: string) =>
    `/meetings/${meeting}/minutes/#r${minute.toLowerCase()}-${letter}`,
  minute: (meeting: string, minute: string) => `/meetings/${meeting}/minutes/#s${minute.toLowerCase()}`,
  /** The decisions of a year, or of a month of it as `03`; without either, of the latest year. */
  decisions: (year?: string, month?: string) =>
    year ? `/decisions/${year}/${month ? `${month}/` : ""}` : "/decisions/",
  /** An earlier version of a paper. */
  version: (meeting: string, paper: string, version: number) => `/meetings/${meeting}/${paper}/version-${version}/`,
  /** Every page of a meeting's packs by its number, and the same for programs. */
  packPages: (meeting: string) => `/meetings/${meeting}/pages/`,
  packPage: (meeting: string, page: number) => `/meetings/${meeting}/pages/#${page}`,
  packPagesJson: (meeting: string) => `/meetings/${meeting}/pages/pages.json`,
  meetingRecord: (meeting: string) => `/meetings/${meeting}/record/`,
  /** What the record is and how to check it, and the last hash of every chain. */
  record: () => "/record/",
  heads: () => "/record/heads.txt",
  forwardPlan: () => "/forward-plan/",
  /** Entries whose meeting is over, by its year. */
  forwardPlanPast: (year: string) => `/forward-plan/past/${year}/`,
  forwardPlanEntry: (entry: string) => `/forward-plan/${entry}/`,
  /** A file under a meeting's address: a pack, an appendix, an image. */
  meetingFile: (meeting: string, file: string) => `/meetings/${meeting}/${file}`,
  /** The latest acts of issuing, for readers of feeds; of one committee's meetings. */
  feed: (committee?: string) => (committee ? `/committees/${committee}/feed.xml` : "/feed.xml"),
  committees: () => "/committees/",
  /** A committee; of a year, its meetings then. */
  committee: (committee: string, year?: string) => `/committees/${committee}/${year ? `${year}/` : ""}`,
  committeeDecisions: (committee: string) => `/committees/${committee}/#decisions`,
  /** A member; of a year, their record then. */
  member: (member: string, year?: string) => `/members/${member}/${year ? `${year}/` : ""}`,
  /** What a member's page shows, as a table: with `.csv` or `.json`. */
  memberRecord: (member: string) => `/members/${member}/record`,
  inspections: () => "/inspections/",
  inspection: (inspection: string) => `/inspections/${inspection}/`,
  /** Everything that an inspection leads to, as data. */
  threadData: (inspection: string) => `/inspections/${inspection}/thread.json`,
  /** One finding, with its whole story. */
  finding: (inspection: string, finding: string) => `/inspections/${inspection}/${finding}/`,
  plan: (plan: string) => `/plans/${plan}/`,
  action: (plan: string, action: string) => `/plans/${plan}/#${action}`,
  measure: (plan: string, measure: string) => `/plans/${plan}/#${measure}`,
  /** A plan's open data: `plan.json`, `actions.csv`, `figures.csv`. */
  planData: (plan: string, file: string) => `/plans/${plan}/${file}`,
  measureCsv: (plan: string, measure: string) => `/plans/${plan}/${measure}.csv`,
  followUps: () => "/follow-ups/",
  /** The same as data: with `.csv` or `.json` after it. */
  followUpData: () => "/follow-ups/follow-ups",
  /** Those that come back to one body. */
  followUpsOf: (committee: string) => `/follow-ups/${committee}/`,
  /** What was answered or superseded in a year, or in a month of it as `03`; of the whole council, or of one body. */
  followUpsAnswered: (year: string, month = "", committee = "") =>
    `/follow-ups/${committee && `${committee}/`}answered/${year}/${month && `${month}/`}`,
  matter: (matter: string) => `/matters/${matter}/`,
  page: (page: string) => `/${page}/`,
  /** `2026-10-08-scrutiny/recovery-plan#p3-2`, as it is written in front matter and data. */
  reference: (reference: string) => `/meetings/${reference.replace("#", "/#")}${reference.includes("#") ? "" : "/"}`,
};
