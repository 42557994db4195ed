/** Reads the form that a request brings, and keeps no more of it than there may be. Called by desk.ts. */
import type { IncomingMessage } from "node:http";
import { RefusedRequest } from "./write-guards.ts";

/** As many bytes as a form may have with its file: a Word file with its pictures is seldom more than a few million. */
export const LARGEST_FORM = 60_000_000;

/** How many times as much is let go by unkept, so that whoever sends too much lives to read why it was refused. */
const LET_GO = 20;

/** The form. Refuses, in words, what is too large, broken off, or no form at all. */
export async function readForm(request: IncomingMessage, largest = LARGEST_FORM): Promise<FormData> {
  const bytes = await readBytes(request, largest);
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  try {
    return await new Response(bytes, { headers }).formData();
  } catch {
    throw brokenOff();
  }
}

async function readBytes(request: IncomingMessage, largest: number): Promise<Uint8Array<ArrayBuffer>> {
  const kept: Uint8Array[] = [];
  let size = 0;
  // What is declared too large is not kept at all; what is not declared is let go once it turns out to be.
  let isTooLarge = Number(request.headers["content-length"] ?? 0) > largest;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > largest) isTooLarge = true;
      if (isTooLarge) kept.length = 0;
      else kept.push(chunk);
      if (size > largest * LET_GO) break;
    }
  } catch {
    throw brokenOff();
  }
  if (isTooLarge)
    throw new RefusedRequest(
      413,
      `This is more than the ${Math.round(largest / 1_000_000)} MB that the desk takes. Make the pictures in the Word file smaller: in Word, Picture Format, Compress Pictures.`,
    );
  return new Uint8Array(Buffer.concat(kept));
}

function brokenOff(): RefusedRequest {
  return new RefusedRequest(400, "The form did not arrive whole. Send it again.");
}
