// Loaded before a notebook in `reproduce --perturb`: another clock, other random numbers, one processor, no network.
// Results that depend on any of these differ from the committed ones and are named.
const os = require("node:os");
const Module = require("node:module");

const offset = Date.parse("2031-03-04T05:06:07Z") - Date.now();
const RealDate = Date;
class OtherDate extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offset);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + offset;
  }
}
Object.defineProperty(OtherDate, "name", { value: "Date" });
globalThis.Date = OtherDate;

let state = 20310304;
Math.random = () => {
  state = (state * 69621) % 2147483647;
  return state / 2147483647;
};

os.cpus = () => [];
os.availableParallelism = () => 1;
os.hostname = () => "another-machine";
os.userInfo = () => ({ username: "another", uid: 1, gid: 1, shell: null, homedir: "/nonexistent" });

const refuse = (what) => () => {
  throw new Error(`a notebook requires no network, got a call of ${what}`);
};
const net = require("node:net");
net.Socket.prototype.connect = refuse("connect");
net.connect = net.createConnection = refuse("connect");
globalThis.fetch = refuse("fetch");
const dns = require("node:dns");
dns.lookup = dns.resolve = refuse("dns");
Module.syncBuiltinESMExports();
