/** A classifier of kinds that a deployer brings along as an ONNX file, run by ONNX Runtime. */
@NullMarked
package id.sigap.triage.onnx;

import org.jspecify.annotations.NullMarked;
