using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Xoap.Images.Tests.Infra;

/// <summary>Which folder of an assembly uses which other one, read from signatures and IL: no <c>using</c> can hide an edge.</summary>
internal sealed class FolderEdges
{
    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    private readonly MetadataReader _metadata;
    private readonly PEReader _image;
    private readonly string _root;
    private readonly UsedTypes _usedTypes;
    private readonly SortedSet<(string From, string To)> _edges = [];

    private FolderEdges(PEReader image, string root)
    {
        _image = image;
        _metadata = image.GetMetadataReader();
        _root = root;
        _usedTypes = new UsedTypes(handle => FolderOf(handle) is { } folder ? [folder] : []);
    }

    /// <param name="assembly">Path of the compiled assembly.</param>
    /// <param name="root">Its root namespace; the next part of a namespace is the folder.</param>
    public static IReadOnlySet<(string From, string To)> Read(string assembly, string root)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var edges = new FolderEdges(image, root);
        foreach (var handle in edges._metadata.TypeDefinitions)
        {
            edges.AddType(handle);
        }

        return edges._edges;
    }

    private void AddType(TypeDefinitionHandle handle)
    {
        if (FolderOf(handle) is not { } folder)
        {
            return;
        }

        var type = _metadata.GetTypeDefinition(handle);
        Add(folder, Folders(type.BaseType));
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            Add(folder, Folders(_metadata.GetInterfaceImplementation(implemented).Interface));
        }

        foreach (var field in type.GetFields())
        {
            Add(folder, _metadata.GetFieldDefinition(field).DecodeSignature(_usedTypes, null));
        }

        foreach (var attribute in type.GetCustomAttributes())
        {
            Add(folder, Folders(_metadata.GetCustomAttribute(attribute).Constructor));
        }

        foreach (var methodHandle in type.GetMethods())
        {
            var method = _metadata.GetMethodDefinition(methodHandle);
            Add(folder, Flatten(method.DecodeSignature(_usedTypes, null)));
            if (method.RelativeVirtualAddress != 0)
            {
                AddBody(folder, _image.GetMethodBody(method.RelativeVirtualAddress));
            }
        }
    }

    private void AddBody(string folder, MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil)
        {
            foreach (var local in _metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_usedTypes, null))
            {
                Add(folder, local);
            }
        }

        var il = body.GetILReader();
        while (il.RemainingBytes > 0)
        {
            short value = il.ReadByte();
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | il.ReadByte());
            }

            switch (OpCodesByValue[value].OperandType)
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType:
                    Add(folder, Folders(MetadataTokens.EntityHandle(il.ReadInt32())));
                    break;
                case OperandType.InlineSwitch:
                    var targets = il.ReadInt32();
                    il.Offset += targets * sizeof(int);
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.Offset += 1;
                    break;
                case OperandType.InlineVar:
                    il.Offset += 2;
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.Offset += 8;
                    break;
                default:
                    il.Offset += 4;
                    break;
            }
        }
    }

    private ImmutableHashSet<string> Folders(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return [];
        }

        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                return FolderOf((TypeDefinitionHandle)handle) is { } folder ? [folder] : [];
            case HandleKind.TypeSpecification:
                return _metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(_usedTypes, null);
            case HandleKind.MethodDefinition:
                return Folders(_metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
            case HandleKind.FieldDefinition:
                return Folders(_metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
            case HandleKind.MemberReference:
                return Folders(_metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
            case HandleKind.MethodSpecification:
                var method = _metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                return Folders(method.Method)
                    .Union(method.DecodeSignature(_usedTypes, null).SelectMany(argument => argument));
            default:
                return [];
        }
    }

    private static IEnumerable<string> Flatten(MethodSignature<ImmutableHashSet<string>> signature) =>
        signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(parameter => parameter));

    /// <summary>The folder of a type: a nested one is in its outermost type's. Types that the compiler makes have no folder.</summary>
    private string? FolderOf(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = _metadata.GetTypeDefinition(type.GetDeclaringType());
        }

        var name = _metadata.GetString(type.Namespace);
        return name.StartsWith(_root + ".", StringComparison.Ordinal) ? name[(_root.Length + 1)..].Split('.')[0] : null;
    }

    private void Add(string from, IEnumerable<string> folders)
    {
        foreach (var to in folders.Where(to => to != from))
        {
            _edges.Add((from, to));
        }
    }

    private sealed class UsedTypes(Func<TypeDefinitionHandle, ImmutableHashSet<string>> folderOf)
        : ISignatureTypeProvider<ImmutableHashSet<string>, object?>
    {
        public ImmutableHashSet<string> GetArrayType(ImmutableHashSet<string> elementType, ArrayShape shape) => elementType;

        public ImmutableHashSet<string> GetByReferenceType(ImmutableHashSet<string> elementType) => elementType;

        public ImmutableHashSet<string> GetFunctionPointerType(MethodSignature<ImmutableHashSet<string>> signature) =>
            [.. Flatten(signature)];

        public ImmutableHashSet<string> GetGenericInstantiation(
            ImmutableHashSet<string> genericType, ImmutableArray<ImmutableHashSet<string>> typeArguments) =>
            genericType.Union(typeArguments.SelectMany(argument => argument));

        public ImmutableHashSet<string> GetGenericMethodParameter(object? genericContext, int index) => [];

        public ImmutableHashSet<string> GetGenericTypeParameter(object? genericContext, int index) => [];

        public ImmutableHashSet<string> GetModifiedType(
            ImmutableHashSet<string> modifier, ImmutableHashSet<string> unmodifiedType, bool isRequired) => unmodifiedType;

        public ImmutableHashSet<string> GetPinnedType(ImmutableHashSet<string> elementType) => elementType;

        public ImmutableHashSet<string> GetPointerType(ImmutableHashSet<string> elementType) => elementType;

        public ImmutableHashSet<string> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

        public ImmutableHashSet<string> GetSZArrayType(ImmutableHashSet<string> elementType) => elementType;

        public ImmutableHashSet<string> GetTypeFromDefinition(
            MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => folderOf(handle);

        public ImmutableHashSet<string> GetTypeFromReference(
            MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => [];

        public ImmutableHashSet<string> GetTypeFromSpecification(
            MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
            reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
    }
}
