import LightRunner from 'jest-light-runner/child-process';

/** What a process asks for when it starts, and the type of the answer (jest-light-runner 0.7, worker-runner.js). */
const ASKED = 'jest-light-runner-get-worker-data';
const ANSWERED = 'jest-light-runner-worker-data';

/**
 * jest-light-runner in child processes, of which each is answered for itself. The runner's own processes share a channel,
 * and the first that asks takes the answer of all others: one that is still starting then waits for it forever, and the
 * run never ends. It happens on a busy machine.
 */
export default class ChildProcesses extends LightRunner {
  constructor(globalConfig, ...others) {
    super(globalConfig, ...others);
    this._testRunners = new RunnersWithOwnChannels(globalConfig);
  }
}

/** Runners by the configuration of their project, each test with a channel of its own. */
class RunnersWithOwnChannels extends Map {
  constructor(globalConfig) {
    super();
    this.globalConfig = globalConfig;
  }

  set(projectConfig, { pool }) {
    const workerData = { globalConfig: this.globalConfig, projectConfig, runtime: 'child_process' };
    return super.set(projectConfig, {
      pool,
      run: (test) => pool.run(test.path, { channel: channelWith(workerData) }),
    });
  }
}

function channelWith(workerData) {
  let answer;
  return {
    onMessage(listener) {
      answer = listener;
    },
    postMessage(message) {
      if (message === ASKED) answer({ type: ANSWERED, workerData });
    },
  };
}
