/** What the jobs of an array need to know. */
export interface SlurmJob {
  /** the program, as an absolute path that every node sees */
  readonly program: string;
  readonly output: string;
  readonly paths: readonly string[];
  /** tasks of the array; each counts the shards I, I+N, I+2N … */
  readonly tasks: number;
  /** cores of a task */
  readonly cpus: number;
  /** memory of a task, as Slurm writes it */
  readonly memory: string;
  /** longest time of a task, as Slurm writes it */
  readonly time: string;
  /** options handed on to `map` */
  readonly options: readonly string[];
}

/** How often a task that was killed or failed is put back into the queue. */
const RETRIES = 3;

/**
 * Job scripts for Slurm: an array that counts shards, and a job that adds them up when the array has ended.
 *
 * `--requeue` brings a task back when its node fails, but not when its process is killed: the script does that itself.
 * Either way finished shards are not counted again. The merge refuses where a shard is missing, whatever the reason;
 * submitting again then counts only that one.
 *
 * @param job what to run
 * @returns the text of each script by its name; `submit.sh` hands in the others
 * @see https://slurm.schedmd.com/sbatch.html
 */
export function slurmScripts(job: SlurmJob): Record<"map.sh" | "merge.sh" | "submit.sh", string> {
  const { output, tasks, cpus, memory, time } = job;
  const head = (name: string, log: string): string[] => [
    "#!/bin/bash",
    `#SBATCH --job-name=guizhang-${name}`,
    `#SBATCH --output=${quoted(`${output}/slurm/${log}.log`)}`,
    "#SBATCH --open-mode=append",
    "#SBATCH --requeue",
    `#SBATCH --mem=${memory}`,
    `#SBATCH --time=${time}`,
  ];
  const paths = job.paths.map(quoted);
  const program = `node ${quoted(job.program)}`;
  const options = job.options.map(quoted);
  const map = [
    program,
    "map",
    `--task "$SLURM_ARRAY_TASK_ID"/${tasks}`,
    `--workers ${cpus}`,
    ...options,
    "--output",
  ];
  return {
    "map.sh": text([
      ...head("map", "map-%a"),
      `#SBATCH --array=0-${tasks - 1}`,
      `#SBATCH --cpus-per-task=${cpus}`,
      [...map, quoted(output), ...paths].join(" "),
      "status=$?",
      "# 2: a file or row could not be read and is listed, all else is done. Anything but 0 and 2 was killed or failed.",
      `if [ $status -ne 0 ] && [ $status -ne 2 ] && [ "\${SLURM_RESTART_COUNT:-0}" -lt ${RETRIES} ]; then`,
      '  scontrol requeue "$SLURM_ARRAY_JOB_ID"_"$SLURM_ARRAY_TASK_ID" && sleep 60',
      "fi",
      "exit $status",
    ]),
    "merge.sh": text([
      ...head("merge", "merge"),
      [program, "merge", ...job.paths.flatMap((path) => ["--of", quoted(path)]), quoted(output)].join(" "),
    ]),
    "submit.sh": text([
      "#!/bin/bash",
      "set -e",
      `${program} --version > ${quoted(`${output}/slurm/version`)} # compiled once, before many need it`,
      `array=$(sbatch --parsable ${quoted(`${output}/slurm/map.sh`)})`,
      `sbatch --parsable --dependency=afterany:"$array" ${quoted(`${output}/slurm/merge.sh`)}`,
    ]),
  };
}

function text(lines: readonly string[]): string {
  return `${lines.join("\n")}\n`;
}

/** A word of a shell's command line. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
