import { brakeSentence } from '../import-run/brakes.js';
import type { ImportCounts, ImportRunResponse } from './import.dto.js';
import { isReport, type StoredRun } from './import.queries.js';

/** A run as it is answered. */
export function shownRun(run: StoredRun): ImportRunResponse {
  const { id, source, edition, fileName, fileDigest, state, done, total, startedBy, problem } = run;
  const runs = state === 'reading' || state === 'applying';
  return {
    id,
    source,
    edition,
    fileName,
    fileDigest,
    state,
    done,
    total,
    startedAt: run.startedAt.toISOString(),
    finishedAt: runs ? null : run.finishedAt.toISOString(),
    startedBy,
    problem,
    directoryVersion: run.directoryVersion === null ? null : Number(run.directoryVersion),
    report: countsOf(run.report),
  };
}

function countsOf(report: StoredRun['report']): ImportCounts | null {
  if (!isReport(report)) return null;
  const { read, programs, refused, created, changed, redated, unchanged, withdrawn } = report;
  return {
    read,
    programs,
    refused,
    created,
    changed,
    redated,
    unchanged,
    withdrawn,
    // A run of an earlier version linked nothing.
    linked: report.linked ?? 0,
    asked: report.asked ?? 0,
    unlinked: report.unlinked ?? 0,
    keptByOtherSources: report.keptByOtherSources,
    demoWithdrawn: report.demoWithdrawn,
    issues: { ...report.issues },
    extraColumns: [...report.extraColumns],
    isPublishedFile: report.published?.isThisFile ?? null,
    // A run of an earlier version had none.
    brakes: (report.brakes ?? []).map((brake) => ({ ...brake, sentence: brakeSentence(brake) })),
  };
}
