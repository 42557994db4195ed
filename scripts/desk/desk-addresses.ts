/** Where everything stands on the desk. No page of the public site begins like this. */

/** What every address of the desk begins with. */
export const DESK = "/desk/";

export const deskAddress = {
  home: () => DESK,
  meeting: (meeting: string) => `${DESK}${meeting}/`,
  /** Where forms are sent, and nothing is read. */
  import: (meeting: string) => `${DESK}${meeting}/import`,
  pack: (meeting: string) => `${DESK}${meeting}/pack`,
  /** A Word file beside the report that was made of it. */
  sideBySide: (meeting: string, report: string) => `${DESK}${meeting}/${report}/side-by-side`,
};
