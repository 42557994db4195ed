/** Public notice of the time and place of a meeting. One of clocks.ts. */
import { type Clock, dutyOf, lastOpenDay, orMeetLater } from "./clock.ts";

const SOURCES = {
  england: "LGA 1972 s100A(6)(a), SI 2002/715; for an executive SI 2012/2089 reg 6",
  wales: "LGA 1972 s100A(6)(a) as it applies in Wales",
  scotland: "LG(S)A 1973 s50A(6)(a)",
  "english-parish": "LGA 1972 Sch 12 para 10(2)(a)",
} as const;

/**
 * Notice is given when an agenda or a notice is issued for this very day, time and place; a meeting that was moved needs
 * it again. At least the clear days wanted, or when it is convened, if that is at shorter notice.
 */
export const noticeOfMeeting: Clock = {
  id: "notice-of-meeting",
  title: "Public notice of the meeting",
  source: (jurisdiction) => SOURCES[jurisdiction],
  lastDay: lastOpenDay,
  duties(meeting) {
    const at = { file: "meeting", path: ["date"] } as const;
    if (meeting.resumes)
      return [
        dutyOf(noticeOfMeeting, meeting, {
          severity: "duty",
          what: "Word of when the adjourned meeting goes on",
          wanted: null,
          lastDay: meeting.resumes,
          done: meeting.notice,
          mend: "Issue a notice, so that nobody comes on the wrong day: --kind notice. An adjourned meeting takes only the business of its agenda.",
          at,
        }),
      ];
    return [
      dutyOf(noticeOfMeeting, meeting, {
        severity: "late",
        what: "Notice of the meeting",
        lastDay: lastOpenDay(meeting),
        done: meeting.notice,
        mend: `Give notice at once: issue the agenda, or --kind notice. The law offers no cure for a late notice. ${orMeetLater(meeting)}`,
        at,
      }),
    ];
  },
};
