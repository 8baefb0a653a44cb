// A press of the StackPress v1 profile on a node-opcua server: node press.cjs PORT CERTIFICATE.pem KEY.pem FOLDER
// Prints "ready" when it can be connected to, and ends when its standard input does.
const { OPCUAServer } = require("node-opcua-server");
const { nodesets } = require("node-opcua-nodesets");
const { OPCUACertificateManager } = require("node-opcua-certificate-manager");
const { Variant, DataType } = require("node-opcua-variant");
const { StatusCodes } = require("node-opcua-status-code");
const { MessageSecurityMode, SecurityPolicy } = require("node-opcua-secure-channel");

const [port, certificateFile, privateKeyFile, folder] = process.argv.slice(2);
const begun = Date.now();
const held = { "Force.Setpoint": 0, "Force.SetpointRamp": 100, Mode: 0, Enable: false, "Heartbeat.Host": 0 };
let force = 0;
let looked = begun;

function forceNow() {
    const now = Date.now();
    const room = (held["Force.SetpointRamp"] * (now - looked)) / 1000;
    const drives = held.Enable && held.Mode === 2;
    if (drives) {
        const wanted = held["Force.Setpoint"] - force;
        force += Math.sign(wanted) * Math.min(Math.abs(wanted), room);
    }
    looked = now;
    return force;
}

const shown = {
    "Identity.Maker": [DataType.String, () => "somebody else"],
    "Identity.Model": [DataType.String, () => "node-opcua press"],
    "Identity.Serial": [DataType.String, () => "NODE-7"],
    "Force.Actual": [DataType.Double, forceNow],
    "Position.Actual": [DataType.Double, () => 10 - forceNow() / 88e3],
    "Force.Target.Reached": [DataType.Boolean, () => forceNow() === held["Force.Setpoint"]],
    "Force.Min": [DataType.Double, () => 0],
    "Force.Max": [DataType.Double, () => 20000],
    State: [DataType.Int16, () => (held.Enable ? 3 : 1)],
    "Interlock.Door": [DataType.Boolean, () => false],
    "Interlock.EStop": [DataType.Boolean, () => false],
    "Interlock.LimitMax": [DataType.Boolean, () => false],
    "Alarm.Overforce": [DataType.Boolean, () => false],
    "Heartbeat.Plc": [DataType.UInt32, () => Math.floor((Date.now() - begun) / 100)],
    Area: [DataType.Double, () => 78.54],
    Tare: [DataType.Double, () => 0],
};
const taken = {
    "Force.Setpoint": DataType.Double,
    "Force.SetpointRamp": DataType.Double,
    Mode: DataType.Int16,
    Enable: DataType.Boolean,
    "Heartbeat.Host": DataType.UInt32,
};

async function main() {
    const serverCertificateManager = new OPCUACertificateManager({
        rootFolder: folder,
        automaticallyAcceptUnknownCertificate: true,
    });
    await serverCertificateManager.initialize();
    const server = new OPCUAServer({
        port: Number(port),
        hostname: "127.0.0.1",
        resourcePath: "/press",
        nodeset_filename: [nodesets.standard],
        serverInfo: { applicationUri: "urn:cellwright:emulated-press" },
        serverCertificateManager,
        certificateFile,
        privateKeyFile,
        securityPolicies: [SecurityPolicy.Basic256Sha256],
        securityModes: [MessageSecurityMode.SignAndEncrypt],
        allowAnonymous: false,
        userManager: { isValidUser: (name, password) => name === "cellwright" && password === "press the cell" },
    });
    await server.initialize();
    const space = server.engine.addressSpace;
    const other = space.registerNamespace("urn:of:somebody:else");
    other.addObject({ organizedBy: space.rootFolder.objects, browseName: "Nothing" });
    const own = space.registerNamespace("urn:cellwright:stackpress:1");
    const press = own.addObject({ organizedBy: space.rootFolder.objects, browseName: "StackPress" });
    for (const [name, [dataType, value]] of Object.entries(shown)) {
        own.addVariable({
            componentOf: press,
            browseName: name,
            dataType,
            minimumSamplingInterval: 10,
            value: { get: () => new Variant({ dataType, value: value() }) },
        });
    }
    for (const [name, dataType] of Object.entries(taken)) {
        own.addVariable({
            componentOf: press,
            browseName: name,
            dataType,
            minimumSamplingInterval: 10,
            value: {
                get: () => new Variant({ dataType, value: held[name] }),
                set: (variant) => {
                    forceNow();
                    held[name] = variant.value;
                    return StatusCodes.Good;
                },
            },
        });
    }
    await server.start();
    console.log("ready");
    process.stdin.resume();
    process.stdin.on("end", () => process.exit(0));
}

main().catch((failure) => {
    console.log("failed: " + failure.stack);
    process.exit(1);
});
