/** A text about the certificate, to paste into a professional profile. */

import { say } from "../core/phrases.js";

const LONGEST = 1900; // signs; profiles take about 2000

/**
 * @param {{title: string, scope: string, scores: string, date: string, version: string, goals: string[]}} about
 * @returns {string} as many goals of the course as fit
 */
export function profile({ goals, ...about }) {
  const first = [say("certificates.profile-title", about), say("certificates.profile-what", about), ""];
  const last = ["", say("certificates.profile-honest", about)];
  const lines = [...first, say("certificates.profile-goals")];
  for (const goal of goals) {
    if ([...lines, goal, ...last].join("\n").length > LONGEST) break;
    lines.push(`• ${goal}`);
  }
  return [...lines, ...last].join("\n");
}
