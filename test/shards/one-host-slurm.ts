import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Whether this machine has Slurm (Debian: slurm-wlm, munge) and lets us start its daemons. */
export const HAS_SLURM =
  process.getuid?.() === 0 &&
  ["/usr/sbin/munged", "/usr/sbin/slurmctld", "/usr/sbin/slurmd"].every(existsSync);

/** A Slurm cluster of one host, in a folder of its own: key, sockets, ports, spool and logs. */
export interface OneHostSlurm {
  readonly env: NodeJS.ProcessEnv;
  readonly run: (command: string, ...args: string[]) => string;
  /** kills the node's daemon and what it started, as a failing machine would */
  readonly failNode: () => void;
  readonly startNode: () => Promise<void>;
  readonly stop: () => void;
}

/** Starts munge, the controller and the node's daemon, and waits until the node is idle. */
export async function startSlurm(folder: string): Promise<OneHostSlurm> {
  for (const name of ["ctld", "d", "munge"]) mkdirSync(join(folder, name), { recursive: true, mode: 0o755 });
  const at = (name: string) => join(folder, name);
  writeFileSync(at("munge/key"), randomBytes(128), { mode: 0o400 });
  const port = 20_000 + (process.pid % 20_000);
  writeFileSync(
    at("slurm.conf"),
    `ClusterName=test
SlurmctldHost=localhost
SlurmctldPort=${port}
SlurmdPort=${port + 1}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=${at("munge/socket")},cred_expire=10
MpiDefault=none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
SchedulerType=sched/backfill
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
ReturnToService=2
SlurmctldPidFile=${at("ctld.pid")}
SlurmdPidFile=${at("d.pid")}
SlurmdSpoolDir=${at("d")}
StateSaveLocation=${at("ctld")}
SlurmctldLogFile=${at("ctld.log")}
SlurmdLogFile=${at("d.log")}
AccountingStorageType=accounting_storage/none
JobAcctGatherType=jobacct_gather/none
JobRequeue=1
KillWait=5
SlurmctldTimeout=30
SlurmdTimeout=15
SchedulerParameters=sched_interval=2,bf_interval=2,sched_min_interval=0
NodeName=localhost NodeAddr=127.0.0.1 CPUs=2 RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP
`,
  );
  const env = { ...process.env, SLURM_CONF: at("slurm.conf") };
  const daemons = new Map<string, ReturnType<typeof spawn>>();
  const daemon = (program: string, ...args: string[]): void => {
    daemons.set(program, spawn(program, args, { env, stdio: "ignore" }));
  };
  const run = (command: string, ...args: string[]): string => {
    const { stdout, stderr } = spawnSync(command, args, { env, encoding: "utf8" });
    return stdout || stderr;
  };
  const munge = ["key-file=key", "socket=socket", "pid-file=pid", "log-file=log", "seed-file=seed"].map(
    (option) => option.replace(/^([\w-]+)=(\w+)$/, (_, name, file) => `--${name}=${at(`munge/${file}`)}`),
  );
  daemon("/usr/sbin/munged", "--foreground", "--force", ...munge);
  while (!existsSync(at("munge/socket"))) await wait(100);
  daemon("/usr/sbin/slurmctld", "-D");
  const startNode = async (): Promise<void> => {
    daemon("/usr/sbin/slurmd", "-D", "-N", "localhost");
    for (let i = 0; i < 300 && !/idle|mix|alloc/.test(run("sinfo", "-h", "-o", "%t")); i++) await wait(200);
  };
  await startNode();
  const failNode = (): void => {
    daemons.get("/usr/sbin/slurmd")?.kill("SIGKILL");
    for (const pid of ofCluster(at("slurm.conf"))) process.kill(pid, "SIGKILL");
  };
  const stop = (): void => {
    failNode();
    for (const process_ of daemons.values()) process_.kill("SIGKILL");
  };
  return { env, run, failNode, startNode, stop };
}

/** Step daemons and job processes of the cluster with this configuration. */
function ofCluster(configuration: string): number[] {
  return readdirSync("/proc").flatMap((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return [];
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, "latin1").split("\0");
      const command = readFileSync(`/proc/${pid}/cmdline`, "latin1");
      const isOurs = environment.includes(`SLURM_CONF=${configuration}`);
      const isJob = environment.some((entry) => entry.startsWith("SLURM_JOB_ID="));
      return isOurs && (isJob || command.startsWith("slurmstepd")) ? [Number(pid)] : [];
    } catch {
      return []; // gone meanwhile
    }
  });
}
