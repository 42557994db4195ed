/**
 * Renders the desk's pages, in memory and on request, with the project's own layout and templates/desk/. Called by serve/
 * alone: no part of the public build imports this folder, so that no page of the desk can come into it.
 */
import type nunjucks from "nunjucks";
import { DESK_POLICY } from "../hosting/security-headers.ts";
import { stops } from "../model/problem.ts";
import { address } from "../site/addresses.ts";
import { assets } from "../site/assets.ts";
import { makeEnvironment } from "../templating/environment.ts";
import { deskAddress } from "./desk-addresses.ts";
import { awaitingMinutes, comingMeetings, type DeskCouncil, meetingOnDesk } from "./desk-council.ts";
import type { ImportAnswer } from "./import-answer.ts";
import { meetingOnHome, meetingPage, titleOf } from "./meeting-page.ts";
import { placeOnPage } from "./place-on-page.ts";

/** How the draft pack of a meeting stands. */
export interface PackState {
  readonly state: "printing" | "printed" | "failed";
  /** Of a pack that is printed: its pages, and when. */
  readonly pages: number;
  readonly at: string;
  /** What went wrong, or what the printing warned of. */
  readonly words: readonly string[];
  /** Whether files changed since it was printed. */
  readonly isStale: boolean;
}

/** What a page has of the session that serves it. */
export interface DeskSession {
  /** The secret that every form of the desk sends back. */
  readonly token: string;
  readonly pack: (meeting: string) => PackState | null;
  /** The answer to the last import, by meeting and item. */
  readonly answers: (meeting: string) => readonly ImportAnswer[];
}

export class DeskPages {
  private readonly desk: DeskCouncil;
  private readonly environment: nunjucks.Environment;
  private readonly site: object;

  constructor(desk: DeskCouncil) {
    this.desk = desk;
    const { council } = desk;
    this.environment = makeEnvironment(council.root);
    this.environment.addGlobal("asset", assets(council.root, council.settings.value.colours).addressOf);
    const { site = {} } = desk.layout as { readonly site?: object };
    this.site = {
      ...site,
      // The desk has a script of its own, and no page of it leads to itself.
      liveReload: false,
      desk: null,
      contentSecurityPolicy: DESK_POLICY,
      navigation: [
        { text: "Desk", href: deskAddress.home() },
        { text: "Meetings in the preview", href: address.calendar() },
        { text: "Problems", href: "/problems/" },
      ],
      time: council.now.slice(11),
    };
  }

  home(): string {
    const { found } = this.desk;
    const rows = (meetings: ReturnType<typeof comingMeetings>) =>
      meetings.flatMap((meeting) => (meeting.drafts ? [meetingOnHome(this.desk, meeting, meeting.drafts)] : []));
    const coming = comingMeetings(this.desk);
    const awaiting = awaitingMinutes(this.desk);
    const onDesk = new Set([...coming, ...awaiting].map(({ folder }) => folder));
    const elsewhere = found
      .filter(({ file }) => !onDesk.has(file.split("/").slice(0, 4).join("/")))
      .map((problem) => ({ ...problem, stops: stops(problem), href: placeOnPage(this.desk, problem) }));
    return this.page("home", {
      url: deskAddress.home(),
      title: "The desk",
      description: "The coming meetings, and what each still lacks.",
      above: [],
      coming: rows(coming),
      awaiting: rows(awaiting),
      stopping: elsewhere.filter((problem) => problem.stops),
      others: elsewhere.filter((problem) => !problem.stops),
    });
  }

  /** The page of a meeting; null where the desk has none of it. */
  meeting(id: string, session: DeskSession): string | null {
    const meeting = meetingOnDesk(this.desk, id);
    if (!meeting?.drafts) return null;
    const view = meetingPage(this.desk, meeting, meeting.drafts);
    return this.page("meeting", {
      ...view,
      token: session.token,
      pack: session.pack(id),
      packHref: `/meetings/${id}/draft-pack.pdf`,
      packTo: deskAddress.pack(id),
      importTo: deskAddress.import(id),
      answers: Object.fromEntries(session.answers(id).map((answer) => [answer.item, answer])),
    });
  }

  /** The answer to an import, as a page of its own. */
  answer(answer: ImportAnswer, token: string): string {
    const back = deskAddress.meeting(answer.meeting);
    const meeting = meetingOnDesk(this.desk, answer.meeting);
    return this.page("import", {
      url: deskAddress.import(answer.meeting),
      title: answer.title,
      description: "What an import found and asks.",
      above: [
        { text: "Desk", href: deskAddress.home() },
        { text: meeting ? titleOf(this.desk.council, meeting) : answer.meeting, href: back },
      ],
      answer,
      token,
      importTo: deskAddress.import(answer.meeting),
      back,
    });
  }

  /** A page that says why something was not done, or that there is nothing at an address. */
  refused(title: string, words: string): string {
    return this.page("refused", {
      url: `${deskAddress.home()}refused`,
      title,
      description: title,
      above: [{ text: "Desk", href: deskAddress.home() }],
      words,
    });
  }

  private page(template: string, view: object): string {
    return this.environment.render(`desk/${template}.njk`, {
      site: this.site,
      view: { ...view, asOf: this.desk.council.now.slice(0, 10) },
    });
  }
}
